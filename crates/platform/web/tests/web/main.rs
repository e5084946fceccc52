//! What stands between a browser and a room: headers, languages, forms, limits, errors, assets.

mod answers;
mod assets;
mod forms;
mod languages;
mod limits;
mod site;
mod slow;
mod templates;
