/**
 * How a link's brand wants its desk to work: opening hours, holidays, and the sections that follow
 * them. Values and what they mean at a time; plain Java without clock, database or framework.
 *
 * <p>Kept and handed out by {@code link}, obeyed by the rooms above it. It does nothing by itself.
 */
@NullMarked
package io.talkgate.link.settings;

import org.jspecify.annotations.NullMarked;
