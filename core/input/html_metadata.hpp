#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/input/html_tree.hpp"
#include "core/text/document.hpp"

namespace hearsay::input {

// What <meta>, <time> and JSON-LD state of the page. Spans are not set.
[[nodiscard]] Metadata html_metadata(const std::vector<HtmlNode>& nodes);

// og:title, else <title> without the site's name ("Headline | Site"); empty where there is none.
[[nodiscard]] std::string html_title(const std::vector<HtmlNode>& nodes);

// `value` if it begins with an ISO 8601 date ("2019-05-03", "2019-05-03T10:00:00Z"), "20190503" rewritten to
// one; else empty.
[[nodiscard]] std::string iso_date(std::string_view value);

}  // namespace hearsay::input
