package com.coworkpay.tools.local;

/// The frame and the escaping of the local stack's few pages.
public final class Html {
    private static final String FRAME = """
            <!doctype html>
            <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%s</title><style>
            body{font:16px/1.6 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1c1917;background:#fff}
            h1{font-size:1.5rem;line-height:1.3} h2{font-size:1.1rem;margin-top:2rem}
            code,pre,textarea{font:14px/1.5 ui-monospace,monospace} pre,textarea{background:#f5f5f4;border:1px solid #d6d3d1;border-radius:6px;padding:.75rem}
            pre{overflow-x:auto} textarea{width:100%%;box-sizing:border-box;min-height:8rem}
            button{display:block;width:100%%;text-align:left;font:inherit;color:inherit;padding:.75rem 1rem;margin:.5rem 0;border:1px solid #a8a29e;border-radius:6px;background:#fafaf9;cursor:pointer}
            button:hover,button:focus{border-color:#1c1917} small{color:#57534e;display:block}
            table{border-collapse:collapse} td,th{text-align:left;padding:.25rem 1rem .25rem 0;vertical-align:top}
            @media (prefers-color-scheme: dark){body{color:#e7e5e4;background:#1c1917} pre,textarea,button{background:#292524;border-color:#57534e;color:inherit} a{color:#93c5fd} small{color:#a8a29e}}
            </style></head><body>
            %s
            </body></html>
            """;

    private Html() {}

    public static String page(String title, String body) {
        return FRAME.formatted(escape(title), body);
    }

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
