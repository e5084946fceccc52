# Words of the list of places.

places-title = Places
places-lede = The places of this record, from the whole city down to the halls where people meet. Numbers of voices are compared with the people who live in a place.
places-caption = Places and the people who live in them
places-place = Place
places-kind = Kind
places-people = Residents
places-deprivation = Deprivation
places-deprivation-note = Deprivation is the city's own index: 0 is none, 100 is the most. Places that have more of it come forward in the ranking of matters.
places-borders = Borders as GeoJSON
places-empty = No places are recorded yet.
places-empty-now = They come in with the city's file of places.

places-kind-region = Region
places-kind-country = Country
places-kind-city = City
places-kind-district = District
places-kind-neighbourhood = Neighbourhood
places-kind-venue = Venue
