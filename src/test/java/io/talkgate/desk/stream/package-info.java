/** {@code GET /api/v1/stream} through HTTP. */
@NullMarked
package io.talkgate.desk.stream;

import org.jspecify.annotations.NullMarked;
