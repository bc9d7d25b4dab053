/**
 * The published description of the API: what all operations have in common, added to what their
 * annotations say.
 *
 * <p>Called by Quarkus while the application is built. It serves no call.
 */
@NullMarked
package io.talkgate.desk.openapi;

import org.jspecify.annotations.NullMarked;
