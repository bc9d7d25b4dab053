package io.talkgate.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * What NAVER calls: customers of several links, who mostly write texts in Korean. Of a hundred
 * calls 80 are texts, 4 pictures, 6 visits, 2 friends, 2 leaves, 5 echoes of an agent at Partner
 * Center, 1 an event nobody knows. Always the same sequence. Not for several threads.
 */
final class Calls {
  private static final int OF_EACH_CUSTOMER = 10;
  private static final String[] TEXTS = {
    "안녕하세요, 어제 주문한 상품 배송이 언제 시작되나요? 주문번호는 " + CallTemplate.NUMBER + " 입니다.",
    "사이즈 교환하고 싶은데 어떻게 하면 될까요? (" + CallTemplate.NUMBER + ")",
    "네 감사합니다 " + CallTemplate.NUMBER,
    "색상이 사진이랑 조금 다른 것 같아요. 반품하면 배송비는 제가 부담하나요? 아직 포장은 뜯지 않았고 택도 그대로 있어요. " + CallTemplate.NUMBER
  };

  private final CallTemplate[] calls;
  private final boolean inTurn;
  private long state = 88_172_645_463_325_252L;
  private long number;

  private Calls(List<CallTemplate> calls, boolean inTurn) {
    this.calls = calls.toArray(CallTemplate[]::new);
    this.inTurn = inTurn;
  }

  /** Calls of so many customers, spread over the links with these webhook paths. */
  static Calls of(List<String> paths, int customers) {
    Random random = new Random(1);
    List<CallTemplate> calls = new ArrayList<>();
    for (int customer = 0; customer < customers; customer++) {
      String path = paths.get(customer % paths.size());
      String user = "al-2eGuGr5WQOnco1%05d".formatted(customer);
      for (int call = 0; call < OF_EACH_CUSTOMER; call++) {
        calls.add(call(path, user, random));
      }
    }
    return new Calls(calls, false);
  }

  /** Visits of so many other customers, one after another, each so many times in a row. */
  static Calls visits(List<String> paths, String name, int customers, int times) {
    List<CallTemplate> calls = new ArrayList<>();
    for (int customer = 0; customer < customers; customer++) {
      String path = paths.get(customer % paths.size());
      CallTemplate visit = visit(path, "%s-%05d".formatted(name, customer));
      calls.addAll(Collections.nCopies(times, visit));
    }
    return new Calls(calls, true);
  }

  /** Texts of one customer. */
  static Calls texts(String path, String user) {
    String text = "\"textContent\":{\"text\":\"" + CallTemplate.NUMBER + "\"}";
    return new Calls(List.of(message(path, user, "send", text)), true);
  }

  /** The next one, of some customer. */
  CallTemplate next() {
    if (inTurn) {
      return calls[(int) (number % calls.length)];
    }
    state ^= state << 13;
    state ^= state >>> 7;
    state ^= state << 17;
    return calls[(int) Long.remainderUnsigned(state, calls.length)];
  }

  /** Another number with every call. */
  long nextNumber() {
    return number++;
  }

  private static CallTemplate call(String path, String user, Random random) {
    int of100 = random.nextInt(100);
    if (of100 < 80) {
      String text = TEXTS[random.nextInt(TEXTS.length)];
      return message(
          path,
          user,
          "send",
          "\"textContent\":{\"text\":\"" + text + "\",\"inputType\":\"typing\"}");
    } else if (of100 < 84) {
      String image = "https://talk-phinf.pstatic.net/20261123_12/" + CallTemplate.NUMBER + ".jpg";
      return message(path, user, "send", "\"imageContent\":{\"imageUrl\":\"" + image + "\"}");
    } else if (of100 < 89) {
      return message(
          path,
          user,
          "echo",
          "\"echoedEvent\":\"send\",\"textContent\":{\"text\":\"확인해 드리겠습니다. 잠시만요. "
              + CallTemplate.NUMBER
              + "\"},\"options\":{\"managerNickname\":\"김상담\"}");
    }
    return silent(path, user, of100);
  }

  private static CallTemplate silent(String path, String user, int of100) {
    if (of100 < 95) {
      return visit(path, user);
    } else if (of100 < 97) {
      return other(path, user, "friend", "\"set\":\"on\"");
    } else if (of100 < 99) {
      return other(path, user, "leave", "\"mobile\":true");
    }
    return other(path, user, "somethingNew", "\"mobile\":true");
  }

  private static CallTemplate visit(String path, String user) {
    return other(
        path,
        user,
        "open",
        "\"inflow\":\"button\",\"referer\":\"https://smartstore.naver.com/shop/products/1234567\",\"friend\":false,\"under14\":false,\"under19\":false,\"mobile\":true");
  }

  private static CallTemplate message(String path, String user, String event, String content) {
    return CallTemplate.of(
        path,
        "{\"event\":\"%s\",\"user\":\"%s\",\"partner\":\"wc8b1i\",%s}"
            .formatted(event, user, content),
        true);
  }

  private static CallTemplate other(String path, String user, String event, String options) {
    return CallTemplate.of(
        path,
        "{\"event\":\"%s\",\"user\":\"%s\",\"partner\":\"wc8b1i\",\"options\":{%s}}"
            .formatted(event, user, options),
        false);
  }
}
