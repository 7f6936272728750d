"""The names of QTI 3.0."""

from exambank.formats.asi.vocabulary import Vocabulary
from exambank.formats.imscp.flavour import Flavour

NAMESPACE = "http://www.imsglobal.org/xsd/imsqtiasi_v3p0"
PACKAGING = "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1"
SCHEMAS = "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/"

VOCABULARY = Vocabulary(
    namespace=NAMESPACE,
    schema_location=f"{NAMESPACE} {SCHEMAS}imsqti_asiv3p0_v1p0.xsd",
    templates="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/",
    manifest=Flavour(
        namespace=PACKAGING,
        schema_location=f"{PACKAGING} {SCHEMAS}imsqtiv3p0_imscpv1p2_v1p0.xsd",
        schema="QTI Package",
        schema_version="3.0.0",
        version_suffix="xmlv3p0",
    ),
    is_kebab=True,
    is_html5=True,
    has_rules_beside_template=False,
    styles_math=True,
)
