package io.talkgate.consultation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/** 상담 유형: a kind of consultations, which may have kinds of its own. */
@Schema(description = "A kind of consultations.")
public record Category(
    @Schema(description = "Its name, without slashes.")
        @NotBlank
        @CodePointLength(max = 30)
        @Pattern(regexp = "[^/]*")
        String name,
    @Schema(
            description = "The kinds of this kind; a consultation has one without any.",
            type = SchemaType.ARRAY,
            implementation = Object.class)
        @Size(max = 100)
        @Nullable List<@NotNull @Valid Category> children) {

  /** The ways to the kinds that have no kinds of their own, with slashes between the names. */
  Stream<String> paths() {
    return children == null || children.isEmpty()
        ? Stream.of(name)
        : children.stream().flatMap(Category::paths).map(path -> name + "/" + path);
  }
}
