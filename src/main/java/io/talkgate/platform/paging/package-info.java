/**
 * Lists in pages (contract §3): how many, after what, and what comes next.
 *
 * <p>Called by the rooms that list and by the desk, which reads and writes the cursors. It queries
 * nothing.
 */
@NullMarked
package io.talkgate.platform.paging;

import org.jspecify.annotations.NullMarked;
