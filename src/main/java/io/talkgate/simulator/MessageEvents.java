package io.talkgate.simulator;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** {@code event: send} and {@code event: product} of the send API: what the customer sees. */
final class MessageEvents {
  private final ImageDownload download;
  private final Images images;
  private final HostedImages hosted;
  private final Journal journal;

  MessageEvents(ImageDownload download, Images images, Journal journal) {
    this.download = download;
    this.images = images;
    this.journal = journal;
    hosted = new HostedImages(images);
  }

  Future<SendOutcome> send(Account account, Customer customer, JsonObject event) {
    String problem = ContentCheck.problem(event);
    if (problem != null) {
      return refused(SendAnswer.invalid(problem));
    }
    if (!hosted.known(event)) {
      return refused(SendAnswer.imageFailed());
    }
    String url = Fields.text(Fields.object(event, "imageContent"), "imageUrl");
    return url == null
        ? Future.succeededFuture(shown(account, customer, event))
        : download
            .fetch(images.found(url))
            .map(image -> downloaded(account, customer, event, url, image));
  }

  SendOutcome product(Account account, Customer customer, JsonObject event) {
    return shown(account, customer, event);
  }

  Future<SendAnswer> upload(@Nullable JsonObject body) {
    String url = body == null ? null : Fields.text(body, "imageUrl");
    if (url == null) {
      return Future.succeededFuture(
          body == null ? SendAnswer.badJson() : SendAnswer.invalid("imageUrl is missing"));
    }
    return download
        .fetch(images.found(url))
        .map(
            image ->
                image.answer().success() ? SendAnswer.uploaded(images.keep(url)) : image.answer());
  }

  private SendOutcome downloaded(
      Account account,
      Customer customer,
      JsonObject event,
      String url,
      ImageDownload.Result image) {
    if (!image.answer().success()) {
      return SendOutcome.silent(image.answer());
    }
    JsonObject seen = event;
    if (image.bytes() > ImageDownload.MAX_SHOWN_BYTES) {
      seen = event.copy().put("textContent", new JsonObject().put("text", url));
      seen.remove("imageContent");
    }
    return shown(account, customer, seen);
  }

  private SendOutcome shown(Account account, Customer customer, JsonObject event) {
    JsonObject seen = event.copy().put("messageId", customer.nextMessageId());
    hosted.host(seen);
    customer.setEntered(true);
    journal.typing(account, customer, false);
    journal.message(account, customer, Side.SEND_API, seen, null);
    return SendOutcome.echoed(customer, Echoes.ofSendApi(account, customer, seen));
  }

  private static Future<SendOutcome> refused(SendAnswer answer) {
    return Future.succeededFuture(SendOutcome.silent(answer));
  }
}
