/** Templates, categories, grades and mentions over HTTP. */
@NullMarked
package io.talkgate.rules.templates;

import org.jspecify.annotations.NullMarked;
