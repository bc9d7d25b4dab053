package io.talkgate.talktalk;

import static io.talkgate.talktalk.Outgoing.FACE;
import static io.talkgate.talktalk.Outgoing.assertPaths;
import static io.talkgate.talktalk.Outgoing.assertValid;
import static io.talkgate.talktalk.Outgoing.buttons;
import static io.talkgate.talktalk.Outgoing.json;
import static io.talkgate.talktalk.Outgoing.option;
import static io.talkgate.talktalk.Outgoing.quickReply;
import static io.talkgate.talktalk.Outgoing.rows;
import static io.talkgate.talktalk.Outgoing.text;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The limits of buttons, which depend on their place (protocol §3). */
class ButtonLimitsTest {

  @Test
  void aRowsButtonIsTextOrLinkWithTenCodePoints() {
    String path = "compositeList[0].elementList.data[0].button.";
    assertValid(rows("LIST", List.of("{'button':" + text(10) + "}")));
    assertPaths(rows("LIST", List.of("{'button':" + text(11) + "}")), path + "data.title");
    assertPaths(
        rows("LIST", List.of("{'button':{'type':'TIME','data':{'title':'a'}}}")), path + "type");
  }

  @Test
  void aCardsButtonsAreBounded() {
    String path = "compositeList[0].buttonList";
    assertValid(buttons(Collections.nCopies(10, text(18))));
    assertPaths(buttons(Collections.nCopies(11, text(18))), path);
    assertPaths(buttons(List.of(text(1), text(19))), path + "[1].data.title");
    assertPaths(
        buttons(List.of("{'type':'TEXT','data':{'title':'a','code':'" + FACE.repeat(1001) + "'}}")),
        path + "[0].data.code");
    assertPaths(buttons(List.of("{'type':'TEXT'}")), path + "[0].data");
    assertPaths(buttons(List.of("{'type':'TEXT','data':{}}")), path + "[0].data.title");
    assertPaths(
        buttons(List.of("{'type':'LINK','data':{'title':'a','url':'u'}}")),
        path + "[0].data.mobileUrl");
    assertPaths(buttons(List.of("{'type':'PAY','data':{}}")), path + "[0].data.paymentInfo");
  }

  @Test
  void anUnknownButtonIsRefused() {
    assertPaths(
        buttons(List.of("{'type':'HOLOGRAM','data':{'title':'a'}}")),
        "compositeList[0].buttonList[0].type");
    assertPaths(buttons(List.of("{}")), "compositeList[0].buttonList[0].type");
  }

  @Test
  void anOptionHoldsShortTextsLinksAndPaymentsOnly() {
    String path = "compositeList[0].buttonList[0].data.buttonList";
    assertValid(buttons(List.of(option(Collections.nCopies(10, text(10))))));
    assertPaths(buttons(List.of(option(Collections.nCopies(11, text(10))))), path);
    assertPaths(buttons(List.of(option(List.of(text(11))))), path + "[0].data.title");
    assertPaths(buttons(List.of(option(List.of(option(List.of(text(1))))))), path + "[0].type");
  }

  @Test
  void quickRepliesTakeNoOptionsAndTitlesOfTen() {
    assertValid(quickReply(text(10)));
    assertPaths(quickReply(text(11)), "quickReply.buttonList[0].data.title");
    assertPaths(quickReply(option(List.of(text(1)))), "quickReply.buttonList[0].type");
    assertPaths(
        json("{'type':'TEXT','text':'a','quickReply':{'buttonList':[]}}"), "quickReply.buttonList");
  }
}
