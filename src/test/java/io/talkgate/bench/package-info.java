/**
 * The load bench: the packaged service as a process, a real PostgreSQL, pgbench on the same server,
 * and a load generator that stands for NAVER, all on this machine.
 *
 * <p>Run by {@code ./mvnw -Pbench verify}; no test. {@link io.talkgate.bench.Knobs} names what can
 * be set.
 */
@NullMarked
package io.talkgate.bench;

import org.jspecify.annotations.NullMarked;
