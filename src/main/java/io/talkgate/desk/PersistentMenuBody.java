package io.talkgate.desk;

import io.talkgate.talktalk.MenuItem;
import io.talkgate.talktalk.MenusFit;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A persistent menu in NAVER's own form, to be set and as it is shown. */
@Schema(description = "The menu below all chat windows of an account, in NAVER's own form.")
record PersistentMenuBody(
    @Schema(ref = "MenuItems", description = "Its items; none removes the menu.") @MenusFit
        @Nullable List<@NotNull @Valid MenuItem> menus) {}
