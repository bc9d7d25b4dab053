/**
 * The REST API as its callers see it.
 *
 * <p>Everything goes over HTTP.
 */
@NullMarked
package io.talkgate.desk;

import org.jspecify.annotations.NullMarked;
