package com.coworkpay.platform.problem;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class RestProblemsTest {

    private static final String GOOD = """
            {"payable":{"type":"ROOM","id":"b-1"},"totalKrw":1000}""";

    private static ValidatableResponse send(String json) {
        return given().contentType(ContentType.JSON).body(json).post("/samples").then();
    }

    private static ValidatableResponse refused(String json) {
        return refused(send(json));
    }

    private static ValidatableResponse refused(ValidatableResponse answer) {
        return problem(answer, 400, "invalid-request");
    }

    private static ValidatableResponse problem(ValidatableResponse answer, int status, String slug) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .header("Cache-Control", "no-store")
                .body("type", equalTo("urn:coworkpay:problem:" + slug))
                .body("status", equalTo(status))
                .body("title", not(nullValue()))
                .body("detail", not(nullValue()));
    }

    @Test
    void aGoodRequestPasses() {
        send(GOOD).statusCode(200).body(equalTo("ok 1000"));
    }

    @Test
    void headersOf20KiBPassAndLargerOnesAreAProblem() {
        withHeader(20 * 1024).statusCode(200);
        problem(withHeader(25 * 1024), 431, "headers-too-large");
        problem(withHeader(60 * 1024), 431, "headers-too-large");
    }

    /// A client that changes to HTTP/2 with its first request, as Java's does by itself: headers have no other limit
    /// then.
    @Test
    void theSameForCallersThatChangeToHttp2() throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            assertThat(statusOf(client, 100)).isEqualTo(400);
            assertThat(statusOf(client, 20 * 1024)).isEqualTo(400);
            assertThat(statusOf(client, 25 * 1024)).isEqualTo(431);
        }
    }

    private static int statusOf(HttpClient client, int headerBytes) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + "/samples/declared?nobody=knows"))
                .header("X-Large", "x".repeat(headerBytes))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    @Test
    void anAddressThatIsTooLongIsAProblem() {
        refused(given().get("/samples/declared?a=" + "x".repeat(7_000)).then());
        problem(given().get("/samples/declared?a=" + "x".repeat(9_000)).then(), 414, "uri-too-long");
        problem(given().get("/samples/declared?a=" + "x".repeat(60_000)).then(), 414, "uri-too-long");
    }

    private static ValidatableResponse withHeader(int bytes) {
        return given().contentType(ContentType.JSON)
                .header("X-Large", "x".repeat(bytes))
                .body(GOOD)
                .post("/samples")
                .then();
    }

    @Test
    void aDeclaredProblemCarriesWhatWasDeclared() {
        problem(given().get("/samples/declared").then(), 409, "already-paid")
                .header("Retry-After", "2")
                .header("Content-Language", "en")
                .body("title", equalTo("This is already paid"))
                .body("detail", containsString("At most 3 attempts"))
                .body("field", equalTo("payable.id"))
                .body("code", equalTo("SLOT"))
                .body("instance", equalTo("/samples/declared"));
    }

    @Test
    void aDeclaredProblemIsFoundInsideOthers() {
        problem(given().get("/samples/wrapped").then(), 409, "already-paid");
    }

    @ParameterizedTest
    @CsvSource({"en, Exchange the two", "ko, 서로 바꾸거나"})
    void aFieldThatAServiceNamesHasItsSentence(String language, String said) {
        refused(given().header("Accept-Language", language)
                        .get("/samples/range")
                        .then())
                .body("field", equalTo("to"))
                .body("errors", hasSize(1))
                .body("errors[0].field", equalTo("to"))
                .body("errors[0].message", containsString(said));
    }

    @Test
    void speaksKorean() {
        problem(
                        given().header("Accept-Language", "ko-KR")
                                .get("/samples/declared")
                                .then(),
                        409,
                        "already-paid")
                .header("Content-Language", "ko")
                .body("title", equalTo("이미 결제되었습니다"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'totalKrw':1}                                                     | payable",
                "{'payable':{'type':'ROOM','id':' '},'totalKrw':1}                  | payable.id",
                "{'payable':{'id':'x'},'totalKrw':1}                                | payable.type",
                "{'payable':{'type':'CASTLE','id':'x'},'totalKrw':1}                | payable.type",
                "{'payable':{'type':0,'id':'x'},'totalKrw':1}                       | payable.type",
                "{'payable':{'type':'ROOM','id':7},'totalKrw':1}                    | payable.id",
                "{'payable':{'type':'ROOM','id':'x','colour':1},'totalKrw':1}       | payable.colour",
                "{'payable':{'type':'ROOM','id':'x'}}                               | totalKrw",
                "{'payable':{'type':'ROOM','id':'x'},'totalKrw':null}               | totalKrw",
                "{'payable':{'type':'ROOM','id':'x'},'totalKrw':1.5}                | totalKrw",
                "{'payable':{'type':'ROOM','id':'x'},'totalKrw':1.0}                | totalKrw",
                "{'payable':{'type':'ROOM','id':'x'},'totalKrw':'1000'}             | totalKrw",
                "{'payable':{'type':'ROOM','id':'x'},'totalKrw':99999999999999999999} | totalKrw",
                "{'payable':[],'totalKrw':1}                                        | payable",
                "{'payable':{'type':'ROOM','id':'x'},'totalKrw':1,'startAt':'soon'} | startAt",
                "{'payable':{'type':'ROOM','id':'x'},'totalKrw':1,'item':'long'}    | item",
                "{'payable':{'type':'ROOM','id':'x'},'totalKrw':1,'policy':{'kind':'GENEROUS'}} | policy.kind",
                "{'payable':{'type':'ROOM','id':'x'},'totalKrw':1,'policy':{}} | policy.kind",
                "{'payable':{'type':'ROOM','id':'x'},'totalKrw':1,'policy':{'kind':'TIERED','steps':[{'percent':50},{'percent':0}]}} | policy.steps[1].percent",
                "{'payable':{'type':'ROOM','id':'x'},'totalKrw':1,'policy':{'kind':'TIERED','steps':[{'percent':'x'}]}} | policy.steps[0].percent",
                "{'payable':{'type':'ROOM','id':'a\\u0000b'},'totalKrw':1}          | payable.id",
                "{'payable':{'type':'ROOM','id':'x'},'totalKrw':1,'extra':{'deep':['\\u0000']}} | extra.deep[0]",
                "{'payable':{'type':'ROOM','id':'x'},'totalKrw':1,'extra':{'<script>':'\\u0000'}} | extra.?",
            })
    void namesTheFieldAtFault(String json, String field) {
        refused(json.replace('\'', '"'))
                .body("field", equalTo(field))
                .body("errors", hasSize(1))
                .body("errors[0].field", equalTo(field))
                .body("errors[0].message", not(nullValue()));
    }

    @Test
    void namesSeveralFieldsAtOnce() {
        refused("""
                {"payable":{"id":""},"totalKrw":1,"description":"too long"}""")
                .body("", not(hasKey("field")))
                .body("errors.field", contains("description", "payable.id", "payable.type"));
    }

    @Test
    void saysWhichWordsAreKnown() {
        refused("""
                {"payable":{"type":"CASTLE","id":"x"},"totalKrw":1}""").body("errors[0].message", equalTo("This value is not known. Use one of: ROOM, DESK."));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "status[]=ROOM | status[] | Did you mean status?",
                "statuses= | statuses | Did you mean status?",
                "form=2031-01-01 | form | Did you mean from?",
                "payer=nobody | payer | Did you mean payerId?",
                "min=999 | min | Did you mean minKrw?",
                "Status=ROOM | Status | Did you mean status?",
                "page=2 | page | Known are: from, limit, minKrw, payerId, status.",
                "limit=1&limit=1 | limit | only once",
                "payerId=a&payerId=b | payerId | only once",
                "payerId= | payerId | no value",
                "payerId | payerId | no value",
                "status=ROOM&status= | status | no value",
                "%00x=1 | ? | NUL",
                "a%20b%22=1 | ? | Known are",
            })
    void aQueryIsAsStrictAsABody(String query, String field, String words) {
        problem(
                        given().urlEncodingEnabled(false)
                                .get("/samples/filtered?" + query)
                                .then(),
                        400,
                        "invalid-request")
                .body("field", equalTo(field))
                .body("errors[0].message", containsString(words));
    }

    @Test
    void everyFaultOfAQueryIsNamed() {
        problem(given().get("/samples/filtered?form=1&limit=1&limit=2&payerId=").then(), 400, "invalid-request")
                .body("errors.field", containsInAnyOrder("form", "limit", "payerId"));
    }

    @Test
    void aQueryThatIsDeclaredPasses() {
        given().get("/samples/filtered?status=ROOM&status=DESK&from=2031-01-01&payerId=a&limit=3")
                .then()
                .statusCode(200);
        problem(given().get("/samples/declared?pg_token=abc").then(), 400, "invalid-request")
                .body("errors[0].message", containsString("takes no query parameters"));
    }

    @Test
    void anAddressThatOthersCallTakesTheirParameters() {
        given().get("/open?pg_token=a&pg_token=b&utm=").then().statusCode(200);
    }

    @Test
    void textIsComposedCountedAndChecked() {
        remark("\u1100\u1161".repeat(5)).statusCode(200).body(equalTo("가".repeat(5)));
        remark("😀😀😀😀😀").statusCode(200);
        remark("\uD83E\uDEEA").statusCode(200);
        remark("123456").statusCode(400).body("errors[0].message", containsString("more than 5 characters"));
        remark("\u3164\u200B").statusCode(400).body("errors[0].message", containsString("shows nothing"));
        remark("a\\nb").statusCode(400).body("errors[0].message", containsString("line breaks"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\ud83eb", "\\uDE00", "\\ud83e\\ud83e", "a\\u0000"})
    void whatCannotBeStoredIsRefusedWhereverItStands(String escaped) {
        remark(escaped).statusCode(400).body("field", equalTo("text"));
        problem(
                        send("{\"payable\":{\"type\":\"ROOM\",\"id\":\"" + escaped + "\"},\"totalKrw\":1}"),
                        400,
                        "invalid-request")
                .body("field", equalTo("payable.id"));
    }

    @Test
    void noOtherEncodingHidesNul() {
        byte[] utf16 = "{\"payable\":{\"type\":\"ROOM\",\"id\":\"\\u0000\"},\"totalKrw\":1}"
                .getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
        given().contentType("application/json")
                .body(utf16)
                .post("/samples")
                .then()
                .statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "*/*", "application/*"})
    void aTypeThatFitsEverythingIsReadAsStrictly(String contentType) {
        assertThat(RawHttp.post(RestAssured.port, "/samples", contentType, GOOD))
                .startsWith("HTTP/1.1 2");
        assertThat(RawHttp.post(
                        RestAssured.port,
                        "/samples",
                        contentType,
                        "{\"payable\":{\"type\":\"BARN\",\"id\":\"b-1\"},\"totalKrw\":1000}"))
                .startsWith("HTTP/1.1 400 ")
                .contains("payable.type");
        assertThat(RawHttp.post(
                        RestAssured.port,
                        "/samples",
                        contentType,
                        "{\"payable\":{\"type\":\"ROOM\",\"id\":\"b-1\"},\"totalKrw\":1000,\"other\":1}"))
                .startsWith("HTTP/1.1 400 ")
                .contains("other");
    }

    private static ValidatableResponse remark(String text) {
        return given().contentType(ContentType.JSON)
                .body("{\"text\":\"" + text + "\"}")
                .post("/samples/remarks")
                .then();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ko-US | ko",
                "ko-Kore-KR | ko",
                "ko-KP;q=0.9 | ko",
                "en-AU,ko;q=0.5 | en",
                "fr-CA,ko-KR;q=0.5,en;q=0.1 | ko",
                "* | en",
                "ko;q=0,fr | en",
                "en;q=0 | ko",
                "%%%,,;q | en"
            })
    void oneLanguageDecidesEverySentence(String accept, String language) {
        var answer = given().header("Accept-Language", accept)
                .contentType(ContentType.JSON)
                .body("""
                        {"payable":{"type":null,"id":" "},"totalKrw":1,"description":"123456","item":"1234",
                         "policy":{"kind":"TIERED","steps":[{"percent":0}]}}""")
                .post("/samples")
                .then()
                .statusCode(400)
                .header("Content-Language", language)
                .extract()
                .jsonPath();
        List<String> sentences = new java.util.ArrayList<>(answer.<String>getList("errors.message"));
        sentences.add(answer.getString("title"));
        sentences.add(answer.getString("detail"));
        assertThat(sentences).hasSizeGreaterThan(5);
        assertThat(sentences).allMatch(sentence -> sentence.matches("(?s).*[가-힣].*") == language.equals("ko"));
    }

    @Test
    void validationSpeaksTheCallersLanguage() {
        given().contentType(ContentType.JSON)
                .header("Accept-Language", "ko-KR,en;q=0.5")
                .body("{\"totalKrw\":1}")
                .post("/samples")
                .then()
                .statusCode(400)
                .body("errors[0].message", equalTo("꼭 필요한 항목입니다. 값을 넣어 주세요."));
        refused("{\"totalKrw\":1}").body("errors[0].message", equalTo("This field is required. Give it a value."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"totalKrw\":1,\"totalKrw\":2}",
                "{\"totalKrw\":01}",
                "{\"payable\":{\"type\":\"ROOM\",\"id\":\"x\"},\"totalKrw\":1} {}",
                "nonsense",
                "[1,2",
                "{'totalKrw':1}",
                "\u0000",
            })
    void brokenJsonIsRefused(String json) {
        refused(json).body("", not(hasKey("errors")));
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        byte[] broken = {'{', '"', (byte) 0xff, (byte) 0xfe, '"', ':', '1', '}'};
        problem(
                given().contentType("application/json")
                        .body(broken)
                        .post("/samples")
                        .then(),
                400,
                "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "null"})
    void aMissingBodyIsRefused(String body) {
        refused(body);
    }

    @Test
    void aRequestWithoutContentTypeIsRefused() {
        problem(given().post("/samples").then(), 415, "unsupported-media-type");
    }

    @Test
    void deepNestingIsRefused() {
        refused("{\"extra\":{\"a\":" + "[".repeat(500) + "]".repeat(500) + "}}");
        assertThat(RawHttp.post(RestAssured.port, "/samples", "{\"extra\":{\"a\":" + "[".repeat(50_000)))
                .startsWith("HTTP/1.1 400 ");
    }

    @Test
    void aConstructorsRefusalNamesNothingFromInside() {
        problem(
                        given().contentType(ContentType.JSON)
                                .body("{\"whole\":13}")
                                .post("/samples/narrow")
                                .then(),
                        400,
                        "invalid-request")
                .body(not(containsString("inner words")));
    }

    @ParameterizedTest
    @CsvSource({
        "kind=CASTLE,kind",
        "on=yes,on",
        "day=2026-02-30,day",
        "at=noon,at",
        "limit=many,limit",
        "kind=ROOM&limit=1.5,limit"
    })
    void aQueryParameterOfTheWrongTypeIsNamed(String query, String field) {
        problem(
                        given().get("/samples/typed/0e5f2b1c-0000-7000-8000-000000000000?" + query)
                                .then(),
                        400,
                        "invalid-request")
                .body("field", equalTo(field));
    }

    @Test
    void aHeaderOfTheWrongTypeIsNamed() {
        problem(
                        given().header("X-Count", "many")
                                .get("/samples/typed/0e5f2b1c-0000-7000-8000-000000000000")
                                .then(),
                        400,
                        "invalid-request")
                .body("field", equalTo("X-Count"));
    }

    @Test
    void aPathThatCannotBeAnIdIsNotFound() {
        problem(given().get("/samples/typed/not-a-uuid").then(), 404, "not-found")
                .body("field", equalTo("id"));
    }

    @Test
    void constraintsOnParametersNameThem() {
        problem(given().get("/samples/checked/UPPER?limit=11").then(), 400, "invalid-request")
                .body("errors.field", contains("limit", "locationId"));
    }

    @Test
    void nulInTheQueryIsRefused() {
        problem(
                        given().urlEncodingEnabled(false)
                                .get("/samples/declared?q=a%00b")
                                .then(),
                        400,
                        "invalid-request")
                .body("field", equalTo("q"));
    }

    @Test
    void nulInThePathIsNotFound() {
        problem(given().urlEncodingEnabled(false).get("/samples/away/a%00b").then(), 404, "not-found");
    }

    @Test
    void anUnknownPathIsNotFound() {
        problem(given().get("/nowhere").then(), 404, "not-found");
        problem(given().get("/samples/declared/nowhere").then(), 404, "not-found");
    }

    @Test
    void aPathThatCannotBeDecodedIsRefused() {
        // Below the router, so without a body.
        assertThat(RawHttp.get(RestAssured.port, "/samples/away/%zz")).startsWith("HTTP/1.1 400 ");
    }

    @Test
    void theWrongMethodIsRefused() {
        problem(given().delete("/samples/declared").then(), 405, "method-not-allowed");
    }

    @Test
    void theWrongContentTypeIsRefused() {
        problem(given().contentType("text/plain").body("x").post("/samples").then(), 415, "unsupported-media-type");
    }

    @Test
    void anAnswerInAnUnknownFormatIsRefused() {
        problem(
                given().accept("image/png")
                        .get("/samples/typed/0e5f2b1c-0000-7000-8000-000000000000")
                        .then(),
                406,
                "not-acceptable");
    }

    @Test
    void aBodyOverTheLimitIsRefused() {
        problem(send("{\"description\":\"" + "x".repeat(300_000) + "\"}"), 413, "payload-too-large");
    }

    @Test
    void aBodyOverTheLimitInChunksIsRefused() {
        // The framework ends this one by itself, without a body.
        assertThat(RawHttp.postChunks(RestAssured.port, "/samples", 300)).startsWith("HTTP/1.1 413 ");
    }

    @Test
    void aBugTellsNothing() {
        problem(given().get("/samples/bug").then(), 500, "internal").body(not(containsString("inner words")));
    }

    @Test
    void unreadableStoredJsonIsOurFault() {
        problem(given().get("/samples/stored-json").then(), 500, "internal");
    }

    @Test
    void anInvalidAnswerIsOurFault() {
        problem(given().get("/samples/answer").then(), 500, "internal");
    }

    @ParameterizedTest
    @ValueSource(strings = {"refused", "reset", "shutdown", "serialization", "deadlock", "full"})
    void aDatabaseThatIsAwayAsksToComeAgain(String how) {
        problem(given().get("/samples/away/" + how).then(), 503, "unavailable").header("Retry-After", "2");
    }

    @Test
    void aBrokenConstraintIsNotTakenForAnOutage() {
        problem(given().get("/samples/away/unique").then(), 500, "internal").body(not(containsString("secret")));
    }
}
