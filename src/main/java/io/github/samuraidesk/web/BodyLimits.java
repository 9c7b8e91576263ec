package io.github.samuraidesk.web;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.apache.coyote.InputBuffer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Puts an {@link BodyAllowance} below every request that has a body, and deals with what nobody has read of it. */
@Component
@ConditionalOnWebApplication
class BodyLimits implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /** Of 200 threads that answer, at most half wait for somebody's bytes. */
    private static final int MOST_STRANGERS = 40;

    private static final int MOST_OF_AN_ADDRESS = 10;
    private static final int MOST_MEMBERS = 60;
    private static final int MOST_OF_A_PERSON = 8;

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new Allowing());
    }

    private static final class Allowing extends ValveBase {

        private final Places strangers = new Places(MOST_STRANGERS, MOST_OF_AN_ADDRESS);
        private final Places members = new Places(MOST_MEMBERS, MOST_OF_A_PERSON);

        Allowing() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            boolean hasBody = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
            if (!hasBody) {
                getNext().invoke(request, response);
                return;
            }
            org.apache.coyote.Request connection = request.getCoyoteRequest();
            InputBuffer own = connection.getInputBuffer();
            try (var allowance = new BodyAllowance(
                    own, request.getContentLengthLong(), request.getRemoteAddr(), strangers, members)) {
                request.setAttribute(BodyAllowance.ATTRIBUTE, allowance);
                connection.setInputBuffer(allowance);
                try {
                    getNext().invoke(request, response);
                } finally {
                    if (!request.isAsync()) {
                        leave(connection, response, allowance);
                    }
                    connection.setInputBuffer(own);
                }
            }
        }

        /** The answer goes out first; then the connection is kept where the rest came in time, and closed where not. */
        private static void leave(org.apache.coyote.Request connection, Response response, BodyAllowance allowance)
                throws IOException {
            response.finishResponse();
            if (!allowance.dropTheRest()) {
                connection.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            }
        }
    }
}
