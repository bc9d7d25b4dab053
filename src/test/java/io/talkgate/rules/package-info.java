/** The desk's rules, from the settings to what customers and agents see of them. */
@NullMarked
package io.talkgate.rules;

import org.jspecify.annotations.NullMarked;
