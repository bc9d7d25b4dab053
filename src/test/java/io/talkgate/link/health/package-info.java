/** Tests of the health of links, with the simulation of a thousand of them. */
@NullMarked
package io.talkgate.link.health;

import org.jspecify.annotations.NullMarked;
