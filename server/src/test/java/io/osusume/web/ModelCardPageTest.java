package io.osusume.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.osusume.recommend.RecommendationService;
import io.osusume.recommend.SmallModel;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

class ModelCardPageTest {
    @Test
    void theCardOfTheModelInServiceIsAPageAndATextLinkedFromThePageOfTheModel() throws Exception {
        try (TestServer server = TestServer.keeping(new RecommendationService(SmallModel.loaded()))) {
            String model = server.get("/model").body();
            assertTrue(model.contains("<a href=\"/model/card\">model card</a>"), model);
            HttpResponse<String> page = server.get("/model/card");
            assertEquals("text/html", TestServer.type(page));
            assertTrue(page.body().contains("<p>Model card: small-1</p>"), page.body());
            assertTrue(page.body().contains("<link rel='stylesheet' href='/model/card.css'>"), page.body());
            assertTrue(page.body().contains("<a href='/model'>"), "the way back");
            assertEquals("\np { color: red }\n", server.get("/model/card.css").body());
            HttpResponse<String> text = server.get("/model/card.md");
            assertEquals("text/markdown", TestServer.type(text));
            assertEquals("# Model card: small-1\n", text.body());
        }
    }

    @Test
    void aModelWithoutOneHasNoLinkAndTheAddressSaysWhy() throws Exception {
        try (TestServer server = TestServer.start()) {
            assertFalse(server.get("/model").body().contains("/model/card"));
            HttpResponse<String> page = server.get("/model/card");
            assertEquals(404, page.statusCode());
            assertTrue(page.body().contains("small-1 has no card"), page.body());
        }
    }
}
