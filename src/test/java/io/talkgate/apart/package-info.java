/** Walks over tables, operations and roles: what belongs to another brand is out of reach. */
@NullMarked
package io.talkgate.apart;

import org.jspecify.annotations.NullMarked;
