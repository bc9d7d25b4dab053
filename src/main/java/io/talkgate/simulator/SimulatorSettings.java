package io.talkgate.simulator;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * NAVER's numbers (protocol §2 and §3), which tests may shorten.
 *
 * @param dataDirectory where {@code simulator.json} lies; null keeps everything in memory
 * @param connectTimeout how long a webhook connection may take (NAVER: 3 s)
 * @param answerTimeout how long a webhook answer may take (NAVER: 5 s)
 * @param failuresUntilBlock failures within {@code failureWindow} that block an account's webhook;
 *     NAVER does not tell its number
 * @param failureWindow the hour in which failures are counted
 * @param sendBurst calls within {@code sendBurstWindow} that get an account blocked (NAVER: 30)
 * @param sendBurstWindow NAVER: 3 s
 * @param sendBlock how long the send API then answers 429; NAVER does not tell
 * @param consentSilence silence that ends a profile consent (NAVER: 1 min)
 * @param consentLimit longest hold by a profile consent (seen: 3 min)
 * @param imageTimeout how long an image may take to download (NAVER: 10 s)
 * @param clock time source of windows and stamps
 */
public record SimulatorSettings(
    @Nullable Path dataDirectory,
    Duration connectTimeout,
    Duration answerTimeout,
    int failuresUntilBlock,
    Duration failureWindow,
    int sendBurst,
    Duration sendBurstWindow,
    Duration sendBlock,
    Duration consentSilence,
    Duration consentLimit,
    Duration imageTimeout,
    Clock clock) {

  /** NAVER's own numbers, in memory. */
  public static SimulatorSettings naver() {
    return new SimulatorSettings(
        null,
        Duration.ofSeconds(3),
        Duration.ofSeconds(5),
        5,
        Duration.ofHours(1),
        30,
        Duration.ofSeconds(3),
        Duration.ofSeconds(10),
        Duration.ofMinutes(1),
        Duration.ofMinutes(3),
        Duration.ofSeconds(10),
        Clock.systemUTC());
  }

  /** The same, kept in {@code directory} over restarts. */
  public SimulatorSettings keptIn(Path directory) {
    return new SimulatorSettings(
        directory,
        connectTimeout,
        answerTimeout,
        failuresUntilBlock,
        failureWindow,
        sendBurst,
        sendBurstWindow,
        sendBlock,
        consentSilence,
        consentLimit,
        imageTimeout,
        clock);
  }

  /** The same with another number of failures until the webhook is blocked. */
  public SimulatorSettings blockingAfter(int failures) {
    return new SimulatorSettings(
        dataDirectory,
        connectTimeout,
        answerTimeout,
        failures,
        failureWindow,
        sendBurst,
        sendBurstWindow,
        sendBlock,
        consentSilence,
        consentLimit,
        imageTimeout,
        clock);
  }

  /** The same without a limit on calls of the send API: for benches. */
  public SimulatorSettings unpaced() {
    return new SimulatorSettings(
        dataDirectory,
        connectTimeout,
        answerTimeout,
        failuresUntilBlock,
        failureWindow,
        Integer.MAX_VALUE,
        Duration.ZERO,
        sendBlock,
        consentSilence,
        consentLimit,
        imageTimeout,
        clock);
  }

  /** The same with other waits: for an answer, in a consent, for an image. */
  public SimulatorSettings waiting(Duration answer, Duration consent, Duration image) {
    return new SimulatorSettings(
        dataDirectory,
        connectTimeout,
        answer,
        failuresUntilBlock,
        failureWindow,
        sendBurst,
        sendBurstWindow,
        sendBlock,
        consent,
        consentLimit,
        image,
        clock);
  }

  /** The same by another clock. */
  public SimulatorSettings at(Clock other) {
    return new SimulatorSettings(
        dataDirectory,
        connectTimeout,
        answerTimeout,
        failuresUntilBlock,
        failureWindow,
        sendBurst,
        sendBurstWindow,
        sendBlock,
        consentSilence,
        consentLimit,
        imageTimeout,
        other);
  }
}
