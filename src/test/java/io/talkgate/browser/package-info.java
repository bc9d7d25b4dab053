/**
 * The console in a real browser, against the packaged demo and its simulator: {@code ./mvnw
 * -Pbrowser verify}. It wants Chromium on the machine. Screenshots are left in {@code
 * target/browser}.
 */
@NullMarked
package io.talkgate.browser;

import org.jspecify.annotations.NullMarked;
