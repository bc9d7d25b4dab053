package io.talkgate.simulator;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.function.Consumer;

/**
 * A whole NAVER TalkTalk in memory: accounts, customers, send API and webhook calls. Its state
 * lives on one Vert.x context; every handler runs there.
 */
public final class Simulator {
  /** Where everything is mounted. */
  public static final String PATH = "/simulator";

  /** The send API's base: what {@code TALKGATE_SEND_API_URL} is set to, after the host. */
  public static final String SEND_API_PATH = PATH + "/naver";

  private final Context context;
  private final WebhookCaller caller;
  private final ImageDownload download;
  private final LiveStream live;
  private final StateFile state;
  private final Images images = new Images();
  private final Accounts accounts = new Accounts();

  private Simulator(Vertx vertx, SimulatorSettings settings) {
    context = vertx.getOrCreateContext();
    caller = new WebhookCaller(vertx, settings);
    download = new ImageDownload(vertx, settings);
    live = new LiveStream(vertx, context);
    state = new StateFile(vertx, settings.dataDirectory());
    JsonObject kept = state.load();
    accounts.restore(kept, settings);
    images.restore(Fields.object(kept, "images"));
    state.writes(this::snapshot);
  }

  /**
   * Mounts the simulator under {@link #PATH}. Reads its kept state first, which blocks: call it at
   * the start.
   *
   * @param router any router; the simulator brings its own body limits
   * @param vertx runs timers and HTTP clients
   * @param settings NAVER's numbers, see {@link SimulatorSettings#naver()}
   * @return the running simulator, to be closed at the end
   */
  public static Simulator mount(Router router, Vertx vertx, SimulatorSettings settings) {
    Simulator simulator = new Simulator(vertx, settings);
    Router own = Router.router(vertx);
    simulator.mountOn(own, vertx, settings);
    new PageRoutes().mount(router, PATH, own);
    router.route(PATH + "/*").subRouter(own);
    return simulator;
  }

  /** Writes what is to be kept and closes connections. */
  public Future<Void> close() {
    Promise<Void> saved = Promise.promise();
    context.runOnContext(
        v -> {
          live.close();
          state.save().onComplete(saved);
        });
    return saved.future().eventually(() -> caller.close()).eventually(() -> download.close());
  }

  private void mountOn(Router router, Vertx vertx, SimulatorSettings settings) {
    Journal journal = new Journal(live, state, settings.clock());
    Webhooks webhooks = new Webhooks(caller, journal);
    Consents consents = new Consents(vertx, settings, webhooks, journal);
    MessageEvents messages = new MessageEvents(download, images, journal);
    ProfileRequests profiles = new ProfileRequests(consents, webhooks, journal);
    SendApi sendApi = new SendApi(accounts, messages, profiles, journal);
    WebhookReplies replies = new WebhookReplies(sendApi, webhooks);
    webhooks.passAnswersTo(replies);
    SendCalls sendCalls = new SendCalls(vertx, accounts, sendApi, messages, replies, journal);
    Payments payments = new Payments(webhooks, journal);
    CustomerEvents events = new CustomerEvents(webhooks, consents, payments, journal);

    Api api = new Api(router, context, accounts);
    new AccountRoutes(accounts, settings, journal).mount(api);
    new CustomerRoutes(events, webhooks, journal).mount(api);
    new PartnerCenterRoutes(new PartnerCenter(webhooks, journal)).mount(api);
    mountSendApi(api, sendCalls);
    api.raw(HttpMethod.GET, "/images/:image", this::image);
    api.raw(HttpMethod.GET, "/api/stream", this::stream);
  }

  private void mountSendApi(Api api, SendCalls calls) {
    api.raw(HttpMethod.POST, "/naver/chatbot/v1/event", call -> reached(call, calls::event));
    api.raw(
        HttpMethod.POST,
        "/naver/chatbot/v1/imageUpload",
        call -> reached(call, calls::imageUpload));
  }

  private void reached(RoutingContext call, Consumer<RoutingContext> handler) {
    images.reachedAt(call);
    handler.accept(call);
  }

  private void image(RoutingContext call) {
    String original = images.original(call.pathParam("image"));
    if (original == null) {
      call.response().setStatusCode(404).end();
    } else {
      call.response().setStatusCode(302).putHeader("Location", original).end();
    }
  }

  private void stream(RoutingContext call) {
    if (!live.add(call.response())) {
      call.response().setStatusCode(503).end();
    }
  }

  private JsonObject snapshot() {
    return new JsonObject().put("accounts", accounts.toState()).put("images", images.toState());
  }
}
