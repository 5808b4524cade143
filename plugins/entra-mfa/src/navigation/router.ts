// The one module that knows the router: what the rest of the plugin needs of it.
export {
  Navigate,
  Route,
  Routes,
  useLocation,
  useNavigate,
  useParams,
  useSearchParams,
} from 'react-router-dom';
