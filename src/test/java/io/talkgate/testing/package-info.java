/**
 * What tests of several rooms share: a real PostgreSQL, a settable clock, a brand of their own for
 * every test. Nothing here knows what is being tested.
 */
@NullMarked
package io.talkgate.testing;

import org.jspecify.annotations.NullMarked;
