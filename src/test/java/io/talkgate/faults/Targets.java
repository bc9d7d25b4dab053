package io.talkgate.faults;

import java.net.URI;

/** Where NAVER's next call goes. */
@FunctionalInterface
interface Targets {
  URI next();
}
