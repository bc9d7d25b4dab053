/**
 * Who may what: brands, their members, the five roles, and the identity of a call.
 *
 * <p>Called by the desk for the caller's identity and by the rooms below it, which scope their data
 * by the caller's brand. It knows neither links nor consultations.
 */
@NullMarked
package io.talkgate.access;

import org.jspecify.annotations.NullMarked;
