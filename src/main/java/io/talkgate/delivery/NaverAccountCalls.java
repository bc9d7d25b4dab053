package io.talkgate.delivery;

import io.smallrye.mutiny.Uni;
import io.talkgate.link.AccountCalls;
import io.talkgate.link.DirectAnswer;
import io.talkgate.talktalk.MenuItem;
import io.talkgate.talktalk.OutgoingEvent;
import io.talkgate.talktalk.SendApi;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** The calls about an account that somebody waits for. */
@Singleton
class NaverAccountCalls implements AccountCalls {
  private final PacedCall paced;
  private final SendApi api;

  NaverAccountCalls(PacedCall paced, SendApi api) {
    this.paced = paced;
    this.api = api;
  }

  @Override
  public Uni<DirectAnswer> setMenu(UUID brandId, UUID linkId, List<MenuItem> menus) {
    OutgoingEvent event = new OutgoingEvent.PersistentMenu(menus);
    return paced.make(brandId, linkId, access -> api.call(access.key(), event));
  }

  @Override
  public Uni<DirectAnswer> uploadImage(UUID brandId, UUID linkId, String imageUrl) {
    return paced.make(brandId, linkId, access -> api.upload(access.key(), imageUrl));
  }
}
