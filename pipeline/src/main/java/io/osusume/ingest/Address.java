package io.osusume.ingest;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/// An address of a file to download: `https://`, or `http://` to this computer.
///
/// @param uri absolute, with a host and without a user name
record Address(URI uri) {
    private static final Pattern WEB = Pattern.compile("(?i)https?://.*");
    private static final Pattern LOOPBACK =
            Pattern.compile("localhost|[^.]+\\.localhost|127(\\.\\d{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]");

    /// Whether a source is an address and not a path.
    static boolean isAddress(String source) {
        return WEB.matcher(source).matches();
    }

    /// @param plainHttp whether `http://` may go to other computers
    /// @throws IngestException if this is no address that may be read
    static Address of(String text, boolean plainHttp) {
        try {
            return new Address(new URI(text)).checked(plainHttp);
        } catch (URISyntaxException wrong) {
            throw new IngestException("'" + text + "' is not an address: " + wrong.getReason(), wrong);
        }
    }

    private Address checked(boolean plainHttp) {
        String host = uri.getHost();
        if (host == null || !isAddress(uri.toString())) {
            throw new IngestException("'" + shown() + "' must be an http:// or https:// address with a host");
        }
        if (uri.getUserInfo() != null) {
            throw new IngestException(
                    "'" + shown() + "' must not hold a user name or password: addresses are written into reports");
        }
        boolean loopback = LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
        if (scheme().equals("http") && !loopback && !plainHttp) {
            throw new IngestException("'" + shown() + "' must begin with https://, for anybody on the way can change"
                    + " what comes over http://; to allow it all the same set ingest.plain-http = true");
        }
        return this;
    }

    String scheme() {
        return uri.getScheme().toLowerCase(Locale.ROOT);
    }

    /// Where a redirect leads.
    ///
    /// @throws IngestException if it changes the scheme or leads to where we may not read
    Address redirected(String location, boolean plainHttp) {
        URI target;
        try {
            target = uri.resolve(new URI(location));
        } catch (URISyntaxException wrong) {
            throw new IngestException(shown() + " redirects to '" + location + "', which is not an address", wrong);
        }
        Address next = new Address(target).checked(plainHttp);
        if (!next.scheme().equals(scheme())) {
            throw new IngestException(shown() + " redirects from " + scheme() + ":// to " + next.scheme()
                    + "://, which is not followed; give the address it leads to: " + next.shown());
        }
        return next;
    }

    /// The last part of the path.
    String fileName() {
        String path = uri.getPath();
        return path == null ? "" : path.substring(path.lastIndexOf('/') + 1);
    }

    /// The address for messages and reports: without a user, and without a query, which may hold a key.
    String shown() {
        String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        return uri.getScheme() + "://" + authority.substring(authority.lastIndexOf('@') + 1) + uri.getRawPath();
    }
}
