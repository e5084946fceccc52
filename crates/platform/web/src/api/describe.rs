//! What all operations have in common in the description (OpenAPI 3.1), so that a handler describes only its own.

use kapok_acts::Scope;
use utoipa::openapi::content::ContentBuilder;
use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::info::{InfoBuilder, LicenseBuilder};
use utoipa::openapi::path::{HttpMethod, Operation, ParameterBuilder, ParameterIn};
use utoipa::openapi::schema::{ObjectBuilder, Type};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::server::ServerBuilder;
use utoipa::openapi::tag::TagBuilder;
use utoipa::openapi::{Components, OpenApi, PathItem, Ref, RefOr, Required, Response, ResponseBuilder};
use utoipa::{PartialSchema, ToSchema};

use super::call::KEY_LENGTH;
use super::{ProblemOut, WrongField};

/// Name of the security scheme.
const TOKEN: &str = "token";

const ABOUT: &str = "Everything that residents and staff do on the pages of a Kapok city, for programs. Reading the public record \
    and what residents do need no token; what staff do needs one, made on the page of one's account. Errors are problem \
    documents (RFC 9457). 400: the request does not fit this description. 422: it fits, and a rule of the city refuses it.";

/// The parts of the API, in the order of the loop.
const TAGS: [(&str, &str); 12] = [
    ("voices", "What people say, by every channel."),
    ("following", "What the author of a voice does with its code."),
    ("matters", "Public issues that voices join, and the work on them."),
    ("decisions", "What was decided, and why."),
    ("promises", "Who does what until when."),
    ("results", "Whether it was done and what it changed."),
    ("cases", "What cities learned, to be copied."),
    ("statistics", "Numbers, each with its rows."),
    ("places", "Where in the city."),
    ("offices", "Who answers for what."),
    ("log", "Every official act."),
    ("accounts", "Accounts and tokens of staff."),
];

/// What every operation may be answered with besides: status, name in the description, what it says.
const REFUSED: [(&str, &str, &str); 10] = [
    ("400", "Unreadable", "The request does not fit this description."),
    ("401", "NoToken", "A token is needed, or the token is not good."),
    ("403", "Forbidden", "The token or the account may not do this."),
    (
        "404",
        "NotFound",
        "There is no such thing, or it is not shown to you.",
    ),
    ("409", "NotNow", "Not possible now, or somebody changed it first."),
    ("413", "TooLarge", "More than 512 KB; 14 MB with a photo."),
    ("415", "NotJson", "Not `application/json`."),
    (
        "422",
        "Refused",
        "A rule of the city refuses it; `errors` names the fields.",
    ),
    (
        "429",
        "TooMany",
        "Too many requests; wait as long as `Retry-After` says.",
    ),
    (
        "500",
        "Fault",
        "A fault on the side of the server; it was recorded.",
    ),
];

/// Completes a description that was put together from the rooms.
pub fn describe(doc: &mut OpenApi, version: &str) {
    doc.info = InfoBuilder::new()
        .title("Kapok")
        .version(version)
        .description(Some(ABOUT))
        .license(Some(
            LicenseBuilder::new()
                .name("Apache-2.0")
                .identifier(Some("Apache-2.0"))
                .build(),
        ))
        .build();
    doc.servers = Some(vec![ServerBuilder::new().url("/").build()]);
    let tag = |(name, about): (&str, &str)| TagBuilder::new().name(name).description(Some(about)).build();
    doc.tags = Some(TAGS.into_iter().map(tag).collect());
    let parts = doc.components.get_or_insert_with(Components::new);
    parts.schemas.insert("Problem".into(), ProblemOut::schema());
    parts
        .schemas
        .insert(WrongField::name().into_owned(), WrongField::schema());
    for (status, name, words) in REFUSED {
        parts
            .responses
            .insert(name.into(), RefOr::T(problem(status, words)));
    }
    let all: Vec<&str> = Scope::ALL.into_iter().map(Scope::id).collect();
    let words = format!(
        "A token made on the page of one's account. Scopes: {}.",
        all.join(", ")
    );
    let scheme = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .description(Some(words))
        .build();
    parts.add_security_scheme(TOKEN, SecurityScheme::Http(scheme));
    for (path, item) in &mut doc.paths.paths {
        let has_parts = path.contains('{');
        for (method, operation) in operations(item) {
            complete(operation, &method, has_parts);
        }
    }
}

/// The operations of a path with their methods.
fn operations(item: &mut PathItem) -> impl Iterator<Item = (HttpMethod, &mut Operation)> {
    [
        (HttpMethod::Get, &mut item.get),
        (HttpMethod::Post, &mut item.post),
        (HttpMethod::Put, &mut item.put),
        (HttpMethod::Delete, &mut item.delete),
    ]
    .into_iter()
    .filter_map(|(method, operation)| Some((method, operation.as_mut()?)))
}

fn complete(operation: &mut Operation, method: &HttpMethod, has_parts: bool) {
    let reads = *method == HttpMethod::Get;
    let staff = operation.security.is_some();
    let body = operation.request_body.is_some();
    if reads {
        header(
            operation,
            "If-None-Match",
            "The `ETag` that you have; answered with 304 when it is still good.",
            false,
        );
        operation.responses.responses.insert(
            "304".into(),
            RefOr::T(ResponseBuilder::new().description("You have it already.").build()),
        );
    } else {
        let words = "Names this sending. Sent again with the same key and body it is carried out once and answered with the \
            first receipt, for 8 days. Make it random: whoever sends the same key and words gets the same receipt.";
        header(operation, "Idempotency-Key", words, true);
    }
    let asked = operation.parameters.is_some();
    let fits = |status: &str| match status {
        "400" | "422" => asked || body,
        "403" => staff || !reads,
        "404" => has_parts,
        "409" => !reads,
        "413" | "415" => body,
        _ => true,
    };
    for (status, name, _) in REFUSED.into_iter().filter(|(status, ..)| fits(status)) {
        operation
            .responses
            .responses
            .entry(status.to_owned())
            .or_insert_with(|| RefOr::Ref(Ref::from_response_name(name)));
    }
}

fn problem(status: &str, words: &str) -> Response {
    let schema = RefOr::Ref(Ref::from_schema_name("Problem"));
    let content = ContentBuilder::new().schema(Some(schema)).build();
    let mut builder = ResponseBuilder::new()
        .description(words)
        .content("application/problem+json", content);
    let text = ObjectBuilder::new().schema_type(Type::String);
    let whole = ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(0));
    builder = match status {
        "401" => builder.header(
            "WWW-Authenticate",
            HeaderBuilder::new().schema(Some(text)).build(),
        ),
        "429" => builder.header("Retry-After", HeaderBuilder::new().schema(Some(whole)).build()),
        _ => builder,
    };
    builder.build()
}

fn header(operation: &mut Operation, name: &str, words: &str, key: bool) {
    let mut schema = ObjectBuilder::new().schema_type(Type::String);
    if key {
        schema = schema
            .min_length(Some(*KEY_LENGTH.start()))
            .max_length(Some(*KEY_LENGTH.end()))
            .pattern(Some("^[!-~]+$"))
            .examples([serde_json::Value::from("7f3c1f4e-6a58-4b0e-9d5c-2f3f0f6f9a11")]);
    }
    let parameter = ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Header)
        .required(Required::False)
        .description(Some(words))
        .schema(Some(schema))
        .build();
    operation
        .parameters
        .get_or_insert_with(Vec::new)
        .push(RefOr::T(parameter));
}
