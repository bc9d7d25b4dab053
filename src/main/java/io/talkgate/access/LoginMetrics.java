package io.talkgate.access;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.talkgate.platform.Result;
import io.talkgate.platform.problem.ErrorCode;
import jakarta.inject.Singleton;

/** Counts what logins with passwords came to; who is remembered is not counted again. */
@Startup
@Singleton
class LoginMetrics {
  private final Counter accepted;
  private final Counter refused;
  private final Counter throttled;

  LoginMetrics(MeterRegistry registry) {
    accepted = counter(registry, "accepted");
    refused = counter(registry, "refused");
    throttled = counter(registry, "throttled");
  }

  void count(Result<Account> login) {
    login
        .fold(
            done -> accepted,
            refusal -> refusal.code() == ErrorCode.LOGIN_THROTTLED ? throttled : refused)
        .increment();
  }

  private static Counter counter(MeterRegistry registry, String outcome) {
    return Counter.builder("talkgate.access.logins")
        .description("Logins with a password that was looked at")
        .tag("outcome", outcome)
        .register(registry);
  }
}
