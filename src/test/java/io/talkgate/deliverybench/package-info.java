/**
 * The figures of delivery: a real PostgreSQL, two packaged services in profile prod, and a stand-in
 * for NAVER that notes every call: pace, fairness, throughput, latency, and what kills cost.
 *
 * <p>Run by {@code ./mvnw -Pdelivery verify}; {@link io.talkgate.deliverybench.Knobs} names what
 * can be set. No build runs it: where a kill leaves a message in doubt, its echo is waited for half
 * a minute. NAVER is not the simulator here, which lives in a process of profile demo and cannot
 * hold back the answers to one replica.
 */
@NullMarked
package io.talkgate.deliverybench;

import org.jspecify.annotations.NullMarked;
