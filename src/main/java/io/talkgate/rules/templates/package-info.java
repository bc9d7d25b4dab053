/**
 * 상담 템플릿: texts that agents use again, of a brand or of one agent.
 *
 * <p>Called by {@code desk}. It sends nothing.
 */
@NullMarked
package io.talkgate.rules.templates;

import org.jspecify.annotations.NullMarked;
