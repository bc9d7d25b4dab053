package io.talkgate.desk;

import io.talkgate.consultation.BrandCategories;
import io.talkgate.consultation.Category;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The kinds of consultations that a brand has. */
@Schema(description = "The kinds of consultations that a brand has.")
record CategoriesBody(
    @Schema(description = "Whether an agent has to say one to close a consultation.") @NotNull
        Boolean required,
    @Schema(
            description =
                "The tree. A consultation's `category` is the names on the way with slashes between them, 50"
                    + " characters at most; without a tree it is whatever agents write.")
        @NotNull
        @Size(max = 100)
        List<@NotNull @Valid Category> categories) {

  static CategoriesBody of(BrandCategories set) {
    return new CategoriesBody(set.required(), set.categories());
  }

  BrandCategories toCategories() {
    return new BrandCategories(required, categories);
  }
}
