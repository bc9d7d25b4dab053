/**
 * Design §5: the policies by their tables, and delivery against the simulated NAVER.
 *
 * <p>Each row of §5 has tests that fail when it is changed; all were broken once and seen to fail.
 *
 * <table>
 *   <caption>What came back, and the tests of what is done then</caption>
 *   <tr><th>row</th><th>rule</th><th>from outside</th></tr>
 *   <tr><td>{@code 00}; its echo</td>
 *     <td>{@code RetryPolicyTest}, {@code AnswerReaderTest}, {@code EchoMatchTest}</td>
 *     <td>{@code OutcomesTest.anEchoBeforeTheAnswerOrTwiceConfirmsOnce}, {@code SpooledEchoTest}</td></tr>
 *   <tr><td>could not connect, 429: 1, 2, 5, 15, 60 s; 15 min; open breakers; 24 h</td>
 *     <td>{@code RetryPolicyTest}, {@code CallFailuresTest}</td>
 *     <td>{@code LimitsTest}, {@code OutcomesTest.whoIsTurnedAwayComesAgain}</td></tr>
 *   <tr><td>{@code 01} with the hold text: 20 s, 5 min</td>
 *     <td>{@code RetryPolicyTest}, {@code AnswerReaderTest}</td>
 *     <td>{@code OutcomesTest.aConsentIsWaitedOutAndBlamesNobody}</td></tr>
 *   <tr><td>{@code 01} otherwise, the key check</td>
 *     <td>{@code RetryPolicyTest.aRefusedKeyIsCheckedBeforeItIsBlamed}</td>
 *     <td>{@code OutcomesTest.aRejectedKeyStopsItsLinkAloneUntilThereIsANewOne},
 *       {@code OutcomesTest.aMessageForSomebodyElsesCustomerFailsAndTheKeyStaysGood}</td></tr>
 *   <tr><td>{@code 01} on handover</td><td></td>
 *     <td>{@code ByTheClockTest} (HANDOVER_OFF)</td></tr>
 *   <tr><td>{@code 02}, {@code 99} unknown user, {@code IMG-01}, {@code IMG-03}</td>
 *     <td>{@code RetryPolicyTest}, {@code AnswerReaderTest}</td>
 *     <td>{@code OutcomesTest.whatNaverRefusesForGoodFailsAtOnceWithItsWords}</td></tr>
 *   <tr><td>{@code 99} otherwise, {@code IMG-02}, {@code IMG-99}, any other code: 2, 10, 30 s</td>
 *     <td>{@code RetryPolicyTest}, {@code AnswerReaderTest}</td>
 *     <td>{@code OutcomesTest.anErrorOfNaverIsTriedAgainThreeTimes},
 *       {@code OutcomesTest.whatMayPassIsToldWhileItIsTriedAgain}</td></tr>
 *   <tr><td>timeout (15 s), connection lost, 5xx, not JSON, redirect: 30 s, one more try</td>
 *     <td>{@code EchoPolicyTest}, {@code RetryPolicyTest}, {@code CallFailuresTest},
 *       {@code AnswerReaderTest}</td>
 *     <td>{@code LimitsTest.after15SecondsOfSilenceTheEchoIsWaitedFor},
 *       {@code OutcomesTest.anUnclearAnswerIsSettledByTheEcho}, {@code withoutEcho…},
 *       {@code SpooledEchoTest}</td></tr>
 *   <tr><td>UNKNOWN holds its lane, 75 s at most</td>
 *     <td>{@code EchoPolicyTest}, {@code RetryPolicyTest.theLaneIsHeldFor75SecondsFromTheFirstUncertainTry}</td>
 *     <td>{@code LanesTest.aFrozenReplicasLaneIsTakenOverAndItsLateAnswerRefused}</td></tr>
 *   <tr><td>pace per link and of the host; breakers</td>
 *     <td>{@code PaceTest}</td>
 *     <td>{@code LanesTest}, {@code HostTest}, {@code DirectCallsTest}</td></tr>
 *   <tr><td>an echo is ours: which message</td>
 *     <td>{@code EchoMatchTest}, {@code EventMachineTest}</td>
 *     <td>{@code OutcomesTest}, {@code SpooledEchoTest}</td></tr>
 *   <tr><td>automatic messages have a cap</td><td></td>
 *     <td>{@code AutomaticRepliesTest}</td></tr>
 * </table>
 */
@NullMarked
package io.talkgate.delivery;

import org.jspecify.annotations.NullMarked;
