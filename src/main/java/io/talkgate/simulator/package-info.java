/**
 * Stand-in for NAVER TalkTalk: the customer's chat window, Partner Center and the send API, for
 * demo, development and tests. Mounted under {@code /simulator} by {@link
 * io.talkgate.simulator.SimulatorRoutes}, or on any Vert.x router by tests and benches. It knows
 * NAVER's rules from the protocol page alone and shares no code with {@code talktalk}, so that an
 * error there is not mirrored here. It never runs in production and never touches TalkGate's
 * database.
 */
@NullMarked
package io.talkgate.simulator;

import org.jspecify.annotations.NullMarked;
