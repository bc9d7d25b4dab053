/**
 * The consultation desk's pages for browsers: logging in and out, and what members work with.
 *
 * <p>Called by nobody but browsers. It shows and changes nothing that the desk's API does not, and
 * knows no database.
 */
@NullMarked
package io.talkgate.console;

import org.jspecify.annotations.NullMarked;
