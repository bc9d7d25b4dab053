package io.talkgate.link;

import io.smallrye.mutiny.Uni;
import io.talkgate.talktalk.MenuItem;
import java.util.List;
import java.util.UUID;

/**
 * Calls of NAVER about an account as a whole, made while somebody waits. Whoever delivers
 * implements it. They count for the link's pace, and its messages go first.
 */
public interface AccountCalls {

  /** Shows the menu below all chat windows of the account; an empty one removes it. */
  Uni<DirectAnswer> setMenu(UUID brandId, UUID linkId, List<MenuItem> menus);

  /** Has NAVER fetch and keep a picture. */
  Uni<DirectAnswer> uploadImage(UUID brandId, UUID linkId, String imageUrl);
}
