package io.talkgate.desk;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.both;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.talkgate.testing.SettableClock;
import io.talkgate.testing.TestBrand;
import io.talkgate.testing.Together;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Issue 4 §1: passwords cannot be guessed at for long, and nobody learns which names exist. */
@QuarkusTest
class LoginGuessingTest {
  private static final String BRANDS = "/api/v1/brands";
  private static final int FAILURES = 10;

  @Inject SettableClock clock;
  @Inject MeterRegistry meters;

  private TestBrand brand;
  private String username;
  private String address;

  @BeforeEach
  void givenAMemberAndAnAddressOfItsOwn() {
    brand = TestBrand.with("agent");
    username = "agent-" + brand.id();
    ThreadLocalRandom random = ThreadLocalRandom.current();
    address = "2001:db8:" + hex(random) + ":" + hex(random) + "::1";
  }

  @Test
  void afterTenFailuresEvenTheRightPasswordIsRefusedForAWhile() {
    IntStream.range(0, FAILURES).forEach(i -> assertEquals(401, login(username, "wrong" + i)));

    from(address)
        .auth()
        .preemptive()
        .basic(username, TestBrand.PASSWORD)
        .get(BRANDS)
        .then()
        .statusCode(429)
        .body("code", equalTo("LOGIN_THROTTLED"))
        .header("Retry-After", notNullValue());

    clock.advance(Duration.ofMinutes(16));
    assertEquals(200, login(username, TestBrand.PASSWORD));
  }

  @Test
  void aNameThatNobodyHasIsThrottledAlike() {
    String nobody = "nobody-" + UUID.randomUUID();
    IntStream.range(0, FAILURES).forEach(i -> assertEquals(401, login(nobody, "wrong" + i)));

    assertEquals(429, login(nobody, "wrong"));
  }

  @Test
  void otherAddressesMayStillLogIn() {
    IntStream.range(0, FAILURES + 1).forEach(i -> login(username, "wrong" + i));

    brand.as("agent").get(BRANDS).then().statusCode(200);
  }

  @Test
  void theCallersOwnWordOnItsAddressDoesNotHelp() {
    IntStream.range(0, FAILURES)
        .forEach(
            i ->
                assertEquals(
                    401, login("198.51.100." + i + ", " + address, "wrong" + i, username)));

    assertEquals(429, login("203.0.113.9, " + address, TestBrand.PASSWORD, username));
  }

  @Test
  void aRightPasswordForgetsTheFailures() {
    for (int round = 0; round < 3; round++) {
      IntStream.range(0, FAILURES - 1).forEach(i -> login(username, "wrong" + i));
      assertEquals(200, login(username, TestBrand.PASSWORD));
      clock.advance(Duration.ofSeconds(31)); // no login is remembered
    }
  }

  @Test
  void guessesAtTheSameMomentCountToo() throws Exception {
    double looked = counted("refused");

    List<Integer> answers =
        together(
            IntStream.range(0, 3 * FAILURES).mapToObj(i -> () -> login(username, "guess" + i)));

    assertEquals(FAILURES, answers.stream().filter(status -> status == 401).count());
    assertEquals(2 * FAILURES, answers.stream().filter(status -> status == 429).count());
    assertEquals(FAILURES, counted("refused") - looked);
  }

  @Test
  void aClientWithManyCallsAtOnceLogsInOnce() throws Exception {
    double accepted = counted("accepted");
    Callable<Integer> call = () -> login(username, TestBrand.PASSWORD);

    List<Integer> answers = together(Stream.generate(() -> call).limit(3 * FAILURES));

    assertThat(answers, everyItem(is(200)));
    assertThat(counted("accepted") - accepted, is(both(greaterThan(0.0)).and(lessThan(4.0))));
  }

  @Test
  void theTimeDoesNotTellWhetherANameExists() {
    String nobody = "nobody-" + UUID.randomUUID();
    List<Long> known = new ArrayList<>();
    List<Long> unknown = new ArrayList<>();
    for (int i = 0; i < FAILURES - 1; i++) {
      known.add(time(username, "wrong" + i));
      unknown.add(time(nobody, "wrong" + i));
    }

    assertThat(median(unknown) / median(known), is(both(greaterThan(0.33)).and(lessThan(3.0))));
  }

  private long time(String name, String password) {
    long began = System.nanoTime();
    assertEquals(401, login(name, password));
    return System.nanoTime() - began;
  }

  private static double median(List<Long> times) {
    return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
  }

  @SuppressWarnings("unchecked")
  private static List<Integer> together(Stream<Callable<Integer>> calls) throws Exception {
    return Together.call(calls.toArray(Callable[]::new));
  }

  private double counted(String outcome) {
    return meters.get("talkgate.access.logins").tag("outcome", outcome).counter().count();
  }

  private int login(String name, String password) {
    return login(address, password, name);
  }

  private static int login(String forwardedFor, String password, String name) {
    return from(forwardedFor).auth().preemptive().basic(name, password).get(BRANDS).statusCode();
  }

  private static RequestSpecification from(String forwardedFor) {
    return given().header("X-Forwarded-For", forwardedFor);
  }

  private static String hex(ThreadLocalRandom random) {
    return Integer.toHexString(random.nextInt(1, 0x10000));
  }
}
