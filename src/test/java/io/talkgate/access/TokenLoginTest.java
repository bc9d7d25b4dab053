package io.talkgate.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import io.talkgate.testing.TestBrand;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Issue 4 §1: members of an OpenID issuer, on the API. */
@QuarkusTest
@TestProfile(Issuer.class)
class TokenLoginTest {
  private static final String BRANDS = "/api/v1/brands";
  private static final String MEMBERS = "/api/v1/members";

  private final String subject = UUID.randomUUID().toString();

  @Test
  void aGoodTokenIsAMemberOfItsBrand() {
    TestBrand brand = TestBrand.with("owner");
    String token = sign(claims("tg-agents", brand.id()));

    as(token).get(BRANDS).then().statusCode(200).body("items.id", contains(brand.id().toString()));
    as(token).get(MEMBERS).then().statusCode(403);
    brand
        .as("owner")
        .get(MEMBERS)
        .then()
        .body("items.username", hasItem("oidc:" + brand.id() + ":" + subject))
        .body("items.find { it.role == 'agent' }.name", equalTo("Kim Minji"));
  }

  @Test
  void theTokenSaysWhatTheMemberIsNow() {
    TestBrand brand = TestBrand.with("owner");
    as(sign(claims("tg-agents", brand.id()))).get(BRANDS).then().statusCode(200);

    as(sign(claims("tg-owners", brand.id()).claim("name", "Lee")))
        .get(MEMBERS)
        .then()
        .statusCode(200)
        .body("items.name", contains("owner", "Lee"));
  }

  @Test
  void whoIsDisabledHereIsNobodyWhateverTheTokenSays() {
    TestBrand brand = TestBrand.with("owner");
    String token = sign(claims("tg-agents", brand.id()));
    as(token).get(BRANDS).then().statusCode(200);
    String id = brand.as("owner").get(MEMBERS).path("items.find { it.role == 'agent' }.id");

    brand
        .as("owner")
        .contentType(ContentType.JSON)
        .body(Map.of("disabled", true))
        .patch(MEMBERS + "/{id}", id)
        .then()
        .statusCode(200);

    as(token).get(BRANDS).then().statusCode(403);
  }

  @Test
  void noPasswordIsGivenToAMemberOfTheIssuer() {
    TestBrand brand = TestBrand.with("owner");
    as(sign(claims("tg-agents", brand.id()))).get(BRANDS).then().statusCode(200);
    String id = brand.as("owner").get(MEMBERS).path("items.find { it.role == 'agent' }.id");

    brand
        .as("owner")
        .contentType(ContentType.JSON)
        .body(Map.of("password", "correct horse battery"))
        .post(MEMBERS + "/{id}/password", id)
        .then()
        .statusCode(409)
        .body("code", equalTo("MEMBER_OF_ISSUER"));
  }

  @Test
  void anOperatorHasNoBrand() {
    as(sign(claims("tg-operators", UUID.randomUUID())))
        .contentType(ContentType.JSON)
        .body(Map.of("name", "Brand of a token"))
        .post(BRANDS)
        .then()
        .statusCode(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"owner", "operator", "nothing", ""})
  void aRoleThatIsNotMappedIsNone(String role) {
    as(sign(claims(role, TestBrand.with().id())))
        .get(BRANDS)
        .then()
        .statusCode(403)
        .body("code", equalTo("FORBIDDEN"));
  }

  @Test
  void aTokenWithoutTheClaimOfRolesHasNone() {
    JwtClaimsBuilder claims = base().claim("talkgate", Map.of("brand", Issuer.BRAND));

    as(sign(claims.claim("role", "tg-agents"))).get(BRANDS).then().statusCode(403);
  }

  @Test
  void aBrandThatDoesNotExistIsNone() {
    as(sign(claims("tg-agents", UUID.randomUUID()))).get(BRANDS).then().statusCode(403);
    as(sign(base().groups("tg-agents").claim("talkgate", Map.of("brand", "not an id"))))
        .get(BRANDS)
        .then()
        .statusCode(403);
  }

  @Test
  void headersChangeNothing() {
    TestBrand brand = TestBrand.with();
    as(sign(claims("tg-agents", brand.id())))
        .header("X-Brand", Issuer.BRAND)
        .header("X-Roles", "owner")
        .header("X-Forwarded-User", "owner")
        .get(BRANDS)
        .then()
        .body("items.id", contains(brand.id().toString()));
  }

  @Test
  void anotherAudiencesTokenIsRefused() {
    refused(sign(claims("tg-agents", brandId()).audience("another")));
    refused(sign(claims("tg-agents", brandId()).audience(Set.of())));
  }

  @Test
  void anotherIssuersTokenIsRefused() {
    refused(sign(claims("tg-agents", brandId()).issuer("https://evil.example")));
  }

  @Test
  void anOldTokenIsRefused() {
    Instant now = Instant.now();

    refused(
        sign(
            claims("tg-agents", brandId())
                .issuedAt(now.minusSeconds(600))
                .expiresAt(now.minusSeconds(60))));
  }

  @Test
  void aTokenThatNobodySignedIsRefused() {
    String payload = sign(claims("tg-agents", brandId())).split("\\.", -1)[1];

    refused(part("{\"alg\":\"none\"}") + "." + payload + ".");
    refused(part("{\"alg\":\"none\",\"kid\":\"1\"}") + "." + payload + ".");
  }

  @Test
  void aTokenThatIsNotValidYetIsRefused() {
    long soon = Instant.now().plusSeconds(600).getEpochSecond();

    refused(sign(claims("tg-agents", brandId()).claim("nbf", soon)));
  }

  @Test
  void aTokenSignedByAnotherKeyIsRefused() throws NoSuchAlgorithmException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    PrivateKey another = generator.generateKeyPair().getPrivate();

    refused(claims("tg-agents", brandId()).jws().keyId("1").sign(another));
    refused(claims("tg-agents", brandId()).jws().keyId("unknown").sign(another));
  }

  @Test
  void aTokenSignedWithASharedSecretIsRefused() {
    JwtClaimsBuilder claims = claims("tg-agents", brandId());

    refused(claims.jws().keyId("1").signWithSecret("a secret of the tests that is long enough"));
  }

  @Test
  void aChangedTokenIsRefused() {
    String[] parts = sign(claims("tg-agents", brandId())).split("\\.", -1);
    String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);

    refused(parts[0] + "." + part(payload.replace("tg-agents", "tg-owners")) + "." + parts[2]);
    refused("nonsense");
  }

  @Test
  void builtInMembersLogInAsBefore() {
    TestBrand.with("agent").as("agent").get(BRANDS).then().statusCode(200);
  }

  private static UUID brandId() {
    return UUID.fromString(Issuer.BRAND);
  }

  private static void refused(String token) {
    as(token)
        .get(BRANDS)
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", startsWith("Bearer"))
        .body("code", equalTo("UNAUTHENTICATED"));
  }

  private static RequestSpecification as(String token) {
    return given().auth().oauth2(token);
  }

  private JwtClaimsBuilder claims(String role, UUID brand) {
    return base().groups(role).claim("talkgate", Map.of("brand", brand.toString()));
  }

  private JwtClaimsBuilder base() {
    return Jwt.issuer(Issuer.NAME)
        .subject(subject)
        .audience("talkgate")
        .claim("name", "Kim Minji")
        .expiresIn(300);
  }

  private static String sign(JwtClaimsBuilder claims) {
    return claims.jws().keyId("1").sign("privateKey.jwk");
  }

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
