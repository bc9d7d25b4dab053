package io.talkgate.simulator;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/** Replaces the images of an accepted message by NAVER's own copies. */
final class HostedImages {
  private final Images images;

  HostedImages(Images images) {
    this.images = images;
  }

  /** Whether every {@code imageId} in the event is of an uploaded image. */
  boolean known(JsonObject event) {
    return imagesOf(event).stream()
        .map(image -> Fields.text(image, "imageId"))
        .allMatch(id -> id == null || images.original(id) != null);
  }

  /** Changes {@code event}, which must be the caller's own copy. */
  void host(JsonObject event) {
    imagesOf(event).forEach(this::hostOne);
  }

  private void hostOne(JsonObject image) {
    String url = Fields.text(image, "imageUrl");
    String id = Fields.text(image, "imageId");
    String kept = id == null ? images.keep(url == null ? "" : url) : id;
    image.remove("imageId");
    image.put("imageUrl", images.url(kept));
  }

  private static List<JsonObject> imagesOf(JsonObject event) {
    List<JsonObject> found = new ArrayList<>();
    if (event.getValue("imageContent") instanceof JsonObject image) {
      found.add(image);
    }
    for (JsonObject composite :
        Fields.objects(Fields.object(event, "compositeContent"), "compositeList")) {
      addImage(found, composite);
      Fields.objects(Fields.object(composite, "elementList"), "data")
          .forEach(element -> addImage(found, element));
    }
    return found;
  }

  private static void addImage(List<JsonObject> found, JsonObject owner) {
    if (owner.getValue("image") instanceof JsonObject image) {
      found.add(image);
    }
  }
}
