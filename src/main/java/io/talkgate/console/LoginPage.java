package io.talkgate.console;

import io.quarkus.qute.TemplateInstance;

/**
 * The login form.
 *
 * @param csrf the form's token
 * @param to the path to go on to
 * @param problem why the login before was refused; empty before the first
 */
record LoginPage(String csrf, String to, String problem) implements TemplateInstance {}
