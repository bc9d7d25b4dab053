/** Tests of telling other systems what happens. */
@NullMarked
package io.talkgate.subscription;

import org.jspecify.annotations.NullMarked;
