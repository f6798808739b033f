package com.coworkpay.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/// Reads JSON request bodies strictly (see [StrictJson]) and says of what cannot be read where and why. A missing
/// body is refused as well: a resource method never sees null for its body.
@Provider
@Consumes({MediaType.APPLICATION_JSON, "application/*+json"})
public class RequestJsonReader implements ServerMessageBodyReader<Object> {

    private static final Set<Class<?>> READ_BY_OTHERS =
            Set.of(String.class, byte[].class, InputStream.class, Reader.class);

    private final ObjectReader reader;

    @Inject
    RequestJsonReader(ObjectMapper ofTheService) {
        this.reader = StrictJson.of(ofTheService).reader();
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, ResteasyReactiveResourceInfo method, MediaType mediaType) {
        return isJson(type, mediaType);
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return isJson(type, mediaType);
    }

    @Override
    public Object readFrom(Class<Object> type, Type generic, MediaType mediaType, ServerRequestContext context)
            throws IOException {
        return read(generic, context.getInputStream());
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return read(generic, body);
    }

    /// A wildcard, which a sender may name as its content's type, passes where JSON is wanted: the framework's own
    /// reader
    /// would read it, and not strictly.
    private static boolean isJson(Class<?> type, MediaType mediaType) {
        String subtype = mediaType.getSubtype();
        return !READ_BY_OTHERS.contains(type)
                && (mediaType.isWildcardSubtype() || "json".equals(subtype) || subtype.endsWith("+json"));
    }

    private Object read(Type type, InputStream body) throws IOException {
        byte[] json = body.readAllBytes();
        RequestError unfit = UnstorableText.in(json);
        if (unfit != null) {
            throw new BadRequestException(unfit);
        }
        try {
            Object value = json.length == 0
                    ? null
                    : reader.forType(reader.getTypeFactory().constructType(type))
                            .readValue(json);
            if (value == null) {
                throw new BadRequestException(RequestError.of(RequestError.Sentence.BODY_MISSING));
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new BadRequestException(JacksonErrors.of(e));
        } catch (CharConversionException _) {
            throw new BadRequestException(RequestError.of(RequestError.Sentence.BROKEN_JSON));
        }
    }
}
