package io.talkgate.desk;

import io.talkgate.access.Brand;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A brand. */
@Schema(description = "A brand: the tenant that everything below belongs to.")
record BrandView(
    @Schema(description = "The brand's id.", examples = "01900000-0000-7000-8000-000000000001")
        UUID id,
    @Schema(description = "Its name.", examples = "Han River Coffee") String name) {

  static BrandView of(Brand brand) {
    return new BrandView(brand.id(), brand.name());
  }
}
