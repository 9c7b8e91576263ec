package io.github.samuraidesk.nets;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Pages and REST asked without a wire and without signing in: a net of thousands of answers cannot hash a password for each. */
final class Asked {

    private final MockMvc mvc;

    Asked(WebApplicationContext context) {
        mvc = MockMvcBuilders.webAppContextSetup(context).build();
    }

    /** @param type without its parameters, empty when there is no body */
    record Answer(int status, String type, byte[] bytes) {

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        boolean isPage() {
            return type.equals("text/html");
        }
    }

    Answer get(String address, String person, String language) {
        return send(MockMvcRequestBuilders.get(address).header("Accept-Language", language), person);
    }

    Answer post(String address, String person, Map<String, String> parameters) {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(address);
        parameters.forEach(request::param);
        return send(request.header("Accept-Language", "ja"), person);
    }

    Answer postJson(String address, String person, String body) {
        return send(
                MockMvcRequestBuilders.post(address)
                        .contentType("application/json")
                        .content(body)
                        .header("Accept-Language", "ja"),
                person);
    }

    private Answer send(MockHttpServletRequestBuilder request, String person) {
        try {
            MockHttpServletResponse response =
                    mvc.perform(request.principal(() -> person)).andReturn().getResponse();
            String type = response.getContentType() == null ? "" : response.getContentType();
            return new Answer(response.getStatus(), type.replaceAll(";.*", ""), response.getContentAsByteArray());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        } catch (Exception e) {
            throw new IllegalStateException("no answer", e);
        }
    }
}
