package io.talkgate.simulator;

import io.vertx.core.json.JsonObject;

/** Fills in what a customer gives who agrees to a profile request, and remembers or forgets it. */
final class ProfileAnswers {
  private ProfileAnswers() {}

  static void complete(Customer customer, JsonObject event) {
    JsonObject options = Fields.object(event, "options");
    Consent consent = customer.consent();
    switch (Fields.text(options, "result", "")) {
      case "SUCCESS" -> {
        if (consent != null && options.getValue(consent.field()) == null) {
          options.put(consent.field(), usual(customer, consent.field()));
        }
        remember(customer, options);
        event.put("options", options);
      }
      case "WITHDRAW" -> Fields.texts(options, "withdrawals").forEach(customer.agreed()::remove);
      default -> {}
    }
  }

  private static void remember(Customer customer, JsonObject options) {
    for (String field : OptionsCheck.PROFILE_FIELDS) {
      if (options.getValue(field) != null) {
        customer.agreed().put(field, options.getValue(field));
      }
    }
  }

  private static Object usual(Customer customer, String field) {
    return switch (field) {
      case "nickname" -> customer.name();
      case "cellphone" -> "01012341234";
      default ->
          new JsonObject()
              .put("roadAddr", "경기도 성남시 분당구 불정로 6 (정자동)")
              .put("detAddr", "101")
              .put("zipNo", "13561")
              .put("rnMgtSn", "411353180030")
              .put("latitude", "37.3595316")
              .put("longitude", "127.1052133");
    };
  }
}
